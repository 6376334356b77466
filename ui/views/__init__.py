"""Views: values in, what people read out. No Streamlit, no store."""
