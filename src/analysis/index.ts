/** The methods of this folder that stand by themselves, for whoever wants to hold them against others. */

export { getisOrdLocal } from './local/getisOrdLocal';
export { globalMoran } from './local/globalMoran';
export { localMoran } from './local/localMoran';
export { findAlternatives } from './orienteering/findAlternatives';
export { scheduleRoute } from './orienteering/scheduleRoute';
export { solveTeamOrienteering } from './orienteering/solveTeamOrienteering';
export { ripleyK } from './ripleyK';
export { hitRateCurve } from './scoring/hitRateCurve';
export { predictiveAccuracyIndex } from './scoring/predictiveAccuracyIndex';
export { benjaminiHochberg } from './statistics/benjaminiHochberg';
export { empiricalBayesRates } from './statistics/empiricalBayesRates';
export { poissonETest } from './statistics/poissonETest';
export { poissonInterval } from './statistics/poissonInterval';
export { scanBorder } from './strip/scanBorder';
export { kernelDensity } from './surface/kernelDensity';
export { solveFullSweep } from './sweep/solveFullSweep';
export { solveRuralPostman } from './sweep/solveRuralPostman';
export { aoristicWeights } from './timing/aoristicWeights';
export { knoxTest } from './timing/knoxTest';
export { nearRepeat } from './timing/nearRepeat';
