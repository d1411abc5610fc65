"""The icons an author may choose: Material Design icons by their own names. A test finds each in the theme."""

from typing import Literal

Icon = Literal[
    "account-school",
    "bank",
    "briefcase-account",
    "bullhorn",
    "cash-refund",
    "chart-box-outline",
    "chart-line",
    "cog-outline",
    "email-alert",
    "gift",
    "hand-heart",
    "headset",
    "heart-broken",
    "information-outline",
    "key",
    "message-alert",
    "phone-alert",
    "police-badge",
    "police-badge-outline",
    "robber",
    "school",
    "shield-check",
    "wallet",
]
