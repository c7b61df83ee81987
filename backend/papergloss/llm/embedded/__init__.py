"""The local engine: a small model in a process of its own, without any server of the user's.

It needs the extra `papergloss[local]` (xllamacpp) and a model that `papergloss model pull` has fetched.
"""
