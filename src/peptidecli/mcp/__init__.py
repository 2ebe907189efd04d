"""The dataset for language models: `brief` cuts an answer to a budget, `server` speaks the Model Context Protocol."""
