"""A tiny Florence-2 of seeded random weights as the ONNX files that Transformers.js takes, and what transformers says
of pictures with it, for compare.ts. Nothing of it is committed.

Ran with torch 2.15.0, transformers 4.57.6, tokenizers 0.22.2, onnx 1.23.2, onnxscript 0.7.2.
Usage: python tools/golden/florence/tiny.py OUT
then   npx tsx tools/golden/florence/compare.ts OUT
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import CLIPImageProcessor, Florence2Config, Florence2ForConditionalGeneration

out = Path(sys.argv[1])
(out / "onnx").mkdir(parents=True, exist_ok=True)
SIDE, LAYERS, HEADS, WIDTH, TOKENS, PICTURES = 64, 2, 4, 32, 24, 12
QUESTIONS = {
    "caption": "What does the image describe?",
    "detailed": "Describe in detail what is shown in the image.",
    "more-detailed": "Describe with a paragraph what is shown in the image.",
}

tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
tokenizer.decoder = decoders.ByteLevel()
special = ["<s>", "<pad>", "</s>", "<unk>", "<image>"]
trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
tokenizer.train([str(p) for p in sorted((Path(__file__).parents[3] / "vocab").glob("*.txt"))], trainer)
tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
tokenizer.save(str(out / "tokenizer.json"))

text = dict(
    model_type="bart", vocab_size=700, d_model=WIDTH, encoder_layers=LAYERS, decoder_layers=LAYERS,
    encoder_attention_heads=HEADS, decoder_attention_heads=HEADS, encoder_ffn_dim=64, decoder_ffn_dim=64,
    max_position_embeddings=128, bos_token_id=0, pad_token_id=1, eos_token_id=2, decoder_start_token_id=2,
)  # fmt: skip
vision = dict(
    embed_dim=(8, 16, 24, 32), num_heads=(1, 2, 3, 4), num_groups=(1, 2, 3, 4), depths=(1, 1, 1, 1), window_size=4,
    projection_dim=WIDTH, max_temporal_embeddings=4, max_position_embeddings=8,
)  # fmt: skip
config = Florence2Config(
    text_config=text, vision_config=vision, image_token_id=4, bos_token_id=0, pad_token_id=1, eos_token_id=2,
    decoder_start_token_id=2, attn_implementation="eager",
)  # fmt: skip
torch.manual_seed(5)
model = Florence2ForConditionalGeneration(config).eval()
with torch.no_grad():
    for name, weight in sorted(model.named_parameters()):
        if weight.dim() > 1 and "position" not in name:
            weight.normal_(0, 2.5 / weight[0].numel() ** 0.5)
    model.lm_head.weight.copy_(model.get_input_embeddings().weight.normal_(0, 1))
for module in model.modules():
    if hasattr(module, "config"):
        module.config._attn_implementation = "eager"

language = model.model.language_model


class Vision(torch.nn.Module):
    def forward(self, pixel_values):
        return model.model.get_image_features(pixel_values)


class Words(torch.nn.Module):
    def forward(self, input_ids):
        return model.get_input_embeddings()(input_ids)


class Encoder(torch.nn.Module):
    def forward(self, inputs_embeds, attention_mask):
        return language.encoder(inputs_embeds=inputs_embeds, attention_mask=attention_mask).last_hidden_state


class Decoder(torch.nn.Module):
    """BART's decoder for one token at a time, written out so that its past is a plain input."""

    def attend(self, attention, queries, keys, values):
        scores = self.heads(attention.q_proj(queries)) * attention.scaling @ keys.transpose(2, 3)
        return attention.out_proj((scores.softmax(-1) @ values).transpose(1, 2).reshape(1, -1, WIDTH))

    def heads(self, states):
        return states.reshape(1, -1, HEADS, WIDTH // HEADS).transpose(1, 2)

    def forward(self, encoder_hidden_states, inputs_embeds, *past):
        decoder, kept = language.decoder, []
        at = torch.arange(past[0].shape[2], past[0].shape[2] + 1) + decoder.embed_positions.offset
        state = decoder.layernorm_embedding(inputs_embeds + decoder.embed_positions.weight[at])
        for i, layer in enumerate(decoder.layers):
            own, other = layer.self_attn, layer.encoder_attn
            keys = torch.cat([past[2 * i], self.heads(own.k_proj(state))], 2)
            values = torch.cat([past[2 * i + 1], self.heads(own.v_proj(state))], 2)
            kept += [keys, values]
            state = layer.self_attn_layer_norm(state + self.attend(own, state, keys, values))
            seen_keys, seen_values = (self.heads(p(encoder_hidden_states)) for p in (other.k_proj, other.v_proj))
            state = layer.encoder_attn_layer_norm(state + self.attend(other, state, seen_keys, seen_values))
            state = layer.final_layer_norm(state + layer.fc2(layer.activation_fn(layer.fc1(state))))
        return model.lm_head(state), *kept


def export(module, name, inputs, input_names, output_names, shapes):
    torch.onnx.export(
        module.eval(), inputs, str(out / "onnx" / f"{name}.onnx"), input_names=input_names, output_names=output_names,
        dynamic_shapes=shapes, dynamo=True, external_data=False, opset_version=18, verbose=False,
    )  # fmt: skip


S, P = torch.export.Dim("s", min=2, max=127), torch.export.Dim("p", min=1, max=100)
with torch.no_grad():
    seen = Vision()(torch.zeros(1, 3, SIDE, SIDE))
    export(Vision(), "vision_encoder", (torch.randn(1, 3, SIDE, SIDE),), ["pixel_values"], ["image_features"], None)
    export(Words(), "embed_tokens", (torch.ones(1, 7, dtype=torch.long),), ["input_ids"], ["inputs_embeds"],
           {"input_ids": {1: torch.export.Dim("s", min=1, max=127)}})  # fmt: skip
    export(Encoder(), "encoder_model", (torch.randn(1, 7, WIDTH), torch.ones(1, 7, dtype=torch.long)),
           ["inputs_embeds", "attention_mask"], ["last_hidden_state"],
           {"inputs_embeds": {1: S}, "attention_mask": {1: S}})  # fmt: skip
    pasts = [torch.randn(1, HEADS, 5, WIDTH // HEADS) for _ in range(2 * LAYERS)]
    names = [f"{layer}.decoder.{part}" for layer in range(LAYERS) for part in ("key", "value")]
    export(Decoder(), "decoder_model_merged",
           (torch.randn(1, 9, WIDTH), torch.randn(1, 1, WIDTH), *pasts),
           ["encoder_hidden_states", "inputs_embeds", *[f"past_key_values.{n}" for n in names]],
           ["logits", *[f"present.{n}" for n in names]],
           ({1: S}, None, tuple({2: P} for _ in pasts)))  # fmt: skip

generation = dict(
    bos_token_id=0, pad_token_id=1, eos_token_id=2, decoder_start_token_id=2, forced_bos_token_id=0,
    forced_eos_token_id=2, no_repeat_ngram_size=3, num_beams=3, early_stopping=True,
)  # fmt: skip
prepare = dict(
    do_center_crop=False, size={"height": SIDE, "width": SIDE}, resample=3,
    image_mean=[0.485, 0.456, 0.406], image_std=[0.229, 0.224, 0.225],
)  # fmt: skip
files = {
    "config.json": {"model_type": "florence2", "is_encoder_decoder": True, "text_config": {**text, "model_type": "florence2_language"}},
    "generation_config.json": generation,
    "preprocessor_config.json": {"image_processor_type": "CLIPImageProcessor", **prepare},
    "tokenizer_config.json": {"tokenizer_class": "BartTokenizer"},
}
for name, content in files.items():
    (out / name).write_text(json.dumps(content))

processor = CLIPImageProcessor(**prepare)
random = np.random.default_rng(5)
captions = {detail: [] for detail in QUESTIONS}
for i in range(PICTURES):
    coarse = random.integers(0, 256, (4, 6, 3), dtype=np.uint8)
    picture = Image.fromarray(coarse).resize((97, 61), Image.BICUBIC)
    np.asarray(picture).tofile(out / f"{i}.rgb")
    pixels = processor(picture, return_tensors="pt")["pixel_values"].float()
    for detail, question in QUESTIONS.items():
        ids = torch.tensor([[4] * seen.shape[1] + tokenizer.encode(question).ids])
        with torch.no_grad():
            made = model.generate(
                input_ids=ids, attention_mask=torch.ones_like(ids), pixel_values=pixels, max_new_tokens=TOKENS,
                **{**generation, "num_beams": 1, "early_stopping": False},
            )  # fmt: skip
        captions[detail].append(tokenizer.decode(made[0].tolist()).strip())
(out / "expected.json").write_text(json.dumps({"width": 97, "height": 61, "tokens": TOKENS, "captions": captions}))
print(len({c for row in captions.values() for c in row}), "different captions of", PICTURES * len(QUESTIONS))
