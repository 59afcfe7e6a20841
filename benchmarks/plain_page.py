"""The page to compare with: sliders, scikit-criteria's TOPSIS, one plotly express bar; nothing else."""

from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st
from skcriteria import mkdm
from skcriteria.agg.similarity import TOPSIS
from skcriteria.pipeline import mkpipe
from skcriteria.preprocessing.scalers import SumScaler, VectorScaler

CASE = Path(__file__).parents[1] / "data" / "automotive-cloud"

criteria = pd.read_csv(CASE / "criteria.csv").query("level == 'leaf'")
matrix = pd.read_csv(CASE / "scores.csv").pivot(index="candidate", columns="criterion", values="likely")[
    criteria["id"]
]
weights = [st.sidebar.slider(name, 0, 100, 20, key=name) for name in criteria["name"]]
decision = mkdm(
    matrix.to_numpy(),
    [1 if direction == "max" else -1 for direction in criteria["direction"]],
    weights=[float(weight) for weight in weights],
    alternatives=list(matrix.index),
    criteria=list(criteria["id"]),
)
result = mkpipe(VectorScaler(target="matrix"), SumScaler(target="weights"), TOPSIS()).evaluate(decision)
ranking = pd.DataFrame({"candidate": matrix.index, "closeness": result.e_.similarity}).sort_values(
    "closeness"
)
st.plotly_chart(px.bar(ranking, x="closeness", y="candidate", orientation="h"), key="bars")
