"""Results in, plotly figures out; names are text, colours come from one palette."""
