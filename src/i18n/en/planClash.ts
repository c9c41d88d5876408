import type { planClash as source } from '../vi/planClash';

export const planClash: typeof source = {
  title: (plan) => `The same team in the plan “${plan}”`,
  remedy:
    'If the two plans are alternatives, keep one and remove the other. If both are carried out, move the stops of the routes that overlap to another team or shift.',
  clash: (team, own, other) => `${team} is in two places at once: here ${own}, in the other plan ${other}.`,
  time: (day, span) => `on ${day}, ${span}`,
};
