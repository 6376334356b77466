"""What Streamlit does not bring along: a sheet that shows text as text, and a drawing of a graph."""
