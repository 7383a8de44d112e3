"""YAML as nodes with a position for every key and value, and their conversion into typed data."""
