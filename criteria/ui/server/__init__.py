"""The doors of the server: what is checked, bounded and said about a request before Streamlit sees it."""
