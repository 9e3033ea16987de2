# graphkit as a command: docker run --rm graphkit --help
# The database is elsewhere, named by NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/graphkit
WORKDIR /src
# Dependencies first: a change of graphkit's own code doesn't fetch them again.
COPY requirements/run.txt requirements/build.txt requirements/
RUN /opt/graphkit/bin/pip install --require-hashes -r requirements/run.txt -r requirements/build.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY graphkit graphkit
COPY cypher cypher
COPY config config
COPY examples examples
RUN /opt/graphkit/bin/pip install --no-build-isolation --no-deps .

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home graphkit && install -d -o graphkit -g graphkit /state
COPY --from=build /opt/graphkit /opt/graphkit
ENV PATH=/opt/graphkit/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# By number: Kubernetes has no other way to see that it isn't root.
USER 10001
WORKDIR /home/graphkit
HEALTHCHECK --interval=1m --timeout=30s --start-period=30s CMD ["graphkit", "doctor"]
ENTRYPOINT ["graphkit"]
CMD ["--help"]
