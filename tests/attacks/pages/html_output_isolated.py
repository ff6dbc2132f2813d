"""HTML that asks to be shown in a frame of its own."""

STOPPED_BY = "outputs lose their metadata"
PLACE = "output"
PAYLOAD = {
    "output_type": "display_data",
    "metadata": {
        "text/html": {
            "isolated": True,
        },
    },
    "data": {
        "text/html": "<script>fetch('BEACON')</script>",
    },
}
BARE = "<iframe src=\"data:text/html,<script>fetch('BEACON')</script>\"></iframe>"
