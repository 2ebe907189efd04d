"""The commands by name."""

COMMANDS = {
    "show": "show",
    "compare": "compare",
    "cite": "cite",
    "search": "search",
    "trials": "trials",
    "list": "list_",
    "evidence": "evidence",
    "faq": "faq",
    "open": "open",
    "info": "info",
    "export": "export",
    "audit": "audit",
    "new": "new",
    "add": "add",
    "check": "check",
    "verify": "verify",
    "schema": "schema",
    "mcp": "mcp",
}
"""The commands in the order of the help, and the module of each, imported only when it is called."""
