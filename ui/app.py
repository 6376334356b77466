"""The page: its screens and nothing else. Served by `loadpath ui`, with the options of `page_options`."""

from pathlib import Path

import streamlit as st

from ui.screens.ask import ask
from ui.screens.explore import explore
from ui.screens.load_bearing import load_bearing
from ui.screens.review import review

PICTURES = Path(__file__).parent / "components"

st.set_page_config(page_title="Loadpath", page_icon=str(PICTURES / "mark.svg"), layout="wide")
st.logo(str(PICTURES / "loadpath.svg"), size="large")
st.navigation(
    [
        st.Page(ask, title="Ask", url_path="ask", default=True),
        st.Page(explore, title="Graph", url_path="explore"),
        st.Page(load_bearing, title="Load-bearing", url_path="load_bearing"),
        st.Page(review, title="Review", url_path="review"),
    ],
    position="top",
).run()
