"""The labels that the two heads tell apart, and what other labels of a picture say about them."""

MEDIA = [
    "photo", "bw_photo", "oil_painting", "watercolour", "digital_painting", "pencil_sketch", "ink_line_art", "anime",
    "cartoon", "3d_render", "pixel_art", "flat_vector_logo", "screenshot_ui", "handdrawn_diagram", "boxart_with_text",
]

SCENES = [
    "airport", "botanical_fruit_study", "campus", "city_buildings", "city_street", "coast_sea", "day_outdoor", "desert",
    "fog", "forest", "forest_bamboo", "glacier_snow_ice", "interior_auditorium", "interior_kitchen", "mountain",
    "night_outdoor", "object_photo_imagenet", "overcast_clouds", "painted_coast", "painted_mountain",
    "painted_sunset_evening", "painted_winter_snow", "rain", "sky", "sports_field", "storm_lightning", "sunny",
    "sunset_sunrise", "none",
]

# A painting of an unknown kind is one of these.
PAINTINGS = ["oil_painting", "watercolour", "digital_painting"]

# Pictures of these media show no place of the scene head.
PLACELESS = {
    "ink_line_art", "cartoon", "pixel_art", "flat_vector_logo", "screenshot_ui", "handdrawn_diagram",
    "boxart_with_text", "3d_render",
}

# Sources whose photographs are of people, animals and things rather than of places.
CLOSE_SUBJECTS = {
    "EliSchwartz/imagenet-sample-images", "MachineLearning2020/Homework3-PACS", "MarkMoHR/virtual_sketching",
    "lllyasviel/Fooocus", "vladmandic/human",
}


def media_of(row):
    """The media that a picture may be: one for most, several where its label leaves it open, none where unknown."""
    if "media" in row:
        return row["media"]
    label = row["label"]
    if row["kind"] == "medium":
        return PAINTINGS if label == "painting_mixed" else [label]
    if label.startswith("painted_"):
        return ["oil_painting"]
    return ["watercolour"] if label == "botanical_fruit_study" else ["photo", "bw_photo"]


def scenes_of(row):
    """The places, times and weathers that a picture may show; nothing where its label does not tell."""
    if row["kind"] == "scene":
        return [row["label"]]
    if row["label"] in PLACELESS:
        return ["none"]
    return ["object_photo_imagenet", "none"] if row["source"] in CLOSE_SUBJECTS else []
