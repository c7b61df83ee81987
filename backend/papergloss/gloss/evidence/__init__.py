"""The checks of claims: do the cited passages exist, and do the claim's numbers and names stand in them?"""
