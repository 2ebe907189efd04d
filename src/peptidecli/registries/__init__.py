"""Asking registries: the only room that uses the network, and only for the commands that say so."""
