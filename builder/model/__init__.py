"""Ground floor: the frozen types that flow between the stages, with no logic beyond themselves."""
