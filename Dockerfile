# The Loadpath page, and the `loadpath` command, for a store on a Neo4j server. See docs/neo4j.md.
FROM python:3.12-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opt/loadpath
COPY requirements/neo4j.lock requirements/
RUN pip install --require-hashes -r requirements/neo4j.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY assistant assistant
COPY ui ui
COPY examples examples
RUN pip install --no-deps --no-build-isolation . && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin loadpath

# An ordinary user, whose only place to write is /tmp. Inside the container the page listens on every address; which of
# them can be reached from outside is decided where the port is published.
USER 10001:10001
ENV HOME=/tmp LOADPATH_UI_ADDRESS=0.0.0.0
WORKDIR /tmp
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["loadpath", "ui", "--port", "8501"]
