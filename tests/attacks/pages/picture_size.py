"""A width with a handler behind it: nbconvert writes it without quotes."""

STOPPED_BY = "sizes are numbers"
PLACE = "output"
PAYLOAD = {
    "output_type": "display_data",
    "metadata": {
        "image/png": {
            "width": "1 onload=RUN x",
        },
    },
    "data": {
        "image/png": "PNG",
    },
}
BARE = '<img src="data:image/png;base64,PNG" width=1 onload=RUN x>'
