"""TOML files in, one Dataset out."""
