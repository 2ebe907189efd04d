"""Articles as the audit reads them: a file in any form in, blocks and sentences with their line numbers out."""
