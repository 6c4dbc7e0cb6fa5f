"""The heads: small networks of one hidden layer, several trained apart and joined to one."""

import collections
from dataclasses import dataclass

import numpy as np
import torch

CLIP = 5.0


@dataclass
class Standard:
    """Centre and spread of each feature; beyond CLIP spreads it is cut."""

    mean: np.ndarray
    deviation: np.ndarray

    def __call__(self, features):
        scaled = (features - self.mean) / self.deviation
        return torch.from_numpy(np.clip(scaled, -CLIP, CLIP).astype(np.float32))


def standard_of(features):
    return Standard(features.mean(0), features.std(0) + 1e-6)


@dataclass
class Recipe:
    """How a head is trained."""

    hidden: int = 128
    members: int = 2
    epochs: int = 10
    input_dropout: float = 0.2
    hidden_dropout: float = 0.4
    noise: float = 0.15
    weight_decay: float = 3e-3
    rate: float = 2e-3
    # 1 lets each picture count the same, 0 each source of a label; labels likewise.
    source_power: float = 0.5
    label_power: float = 0.3


def weights_of(pictures, recipe):
    """The chance of each row to be drawn: rare sources and rare labels more often than their share."""
    tops = pictures.truth.argmax(1)
    counts = collections.Counter(zip(tops, pictures.sources))
    weights = np.array([counts[key] ** (recipe.source_power - 1) for key in zip(tops, pictures.sources)])
    totals = np.bincount(tops, weights, pictures.truth.shape[1])
    weights = weights / totals[tops] ** (1 - recipe.label_power)
    return weights / weights.sum()


def partial_loss(logits, log_truth):
    """The chance given to what the picture may be, as a negative logarithm."""
    return -torch.logsumexp(torch.log_softmax(logits, 1) + log_truth, 1).mean()


def train_member(inputs, truth, weights, recipe, seed):
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    layers = torch.nn.Sequential(
        torch.nn.Dropout(recipe.input_dropout),
        torch.nn.Linear(inputs.shape[1], recipe.hidden),
        torch.nn.ReLU(),
        torch.nn.Dropout(recipe.hidden_dropout),
        torch.nn.Linear(recipe.hidden, truth.shape[1]),
    )
    steps, batch = recipe.epochs * len(inputs) // 256, 256
    optimiser = torch.optim.AdamW(layers.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, steps)
    log_truth = torch.log(torch.from_numpy(truth) + 1e-30)
    for _ in range(steps):
        rows = torch.from_numpy(draw.choice(len(inputs), batch, p=weights))
        seen = inputs[rows]
        loss = partial_loss(layers(seen + recipe.noise * torch.randn_like(seen)), log_truth[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return layers[1], layers[4]


def join(members):
    """One network whose logits are the mean of the members': [(weights, bias), (weights, bias)]."""
    with torch.no_grad():
        hidden = torch.cat([first.weight for first, _ in members]), torch.cat([first.bias for first, _ in members])
        count = len(members)
        last = torch.cat([second.weight for _, second in members], 1) / count
        bias = torch.stack([second.bias for _, second in members]).mean(0)
    return [tuple(part.numpy() for part in hidden), (last.numpy(), bias.numpy())]


def train(inputs, pictures, rows, recipe, seed=7):
    """A head trained on the given rows of the pictures, `inputs` being their standardised features."""
    weights = weights_of(pictures, recipe) * rows
    weights = weights[rows] / weights[rows].sum()
    known, truth = inputs[torch.from_numpy(rows)], pictures.truth[rows]
    return join([train_member(known, truth, weights, recipe, seed + at) for at in range(recipe.members)])


def logits_of(layers, inputs):
    (first, first_bias), (last, last_bias) = layers
    hidden = np.maximum(0, inputs.numpy() @ first.T + first_bias)
    return hidden @ last.T + last_bias
