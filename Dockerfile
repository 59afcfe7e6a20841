# Built in one image, run in another: no compiler, no package tool's cache, no checkout is left.
FROM python:3.13-slim AS build
WORKDIR /build
RUN python -m venv /opt/criteria
COPY requirements.txt .
RUN /opt/criteria/bin/pip install --no-cache-dir --require-hashes --only-binary=:all: -r requirements.txt
COPY pyproject.toml README.md LICENSE app.py ./
COPY .streamlit .streamlit
COPY criteria criteria
COPY data data
RUN /opt/criteria/bin/pip install --no-cache-dir --no-deps . && /opt/criteria/bin/pip uninstall --yes --quiet pip

FROM python:3.13-slim
COPY --from=build /opt/criteria /opt/criteria
ENV PATH=/opt/criteria/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1 CRITERIA_LOG=json
# A number, so that a cluster can see that it is not root.
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import os, urllib.request as u; b = os.environ.get('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/'); u.urlopen('http://127.0.0.1:8501/' + (b and b + '/') + 'readyz', timeout=4)"]
CMD ["criteria", "serve", "--address", "0.0.0.0", "--no-open"]
