"""Train the pipelines that come in the package: `python -m tools.train`; what was tried stands in README.md."""
