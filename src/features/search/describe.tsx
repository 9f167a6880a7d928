import type { VNode } from 'preact'
import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import { claimPhrases } from '../claims/phrases.ts'
import { type ClaimState, stateKinds as claimKinds } from '../claims/states.ts'
import { categoryName } from '../documents/categories.ts'
import { kindName } from '../insured-objects/kinds.ts'
import { policyPhrases } from '../policies/phrases.ts'
import { type PolicyState, stateKinds as policyKinds } from '../policies/states.ts'
import { premiumInvoicePhrases } from '../premium-invoices/phrases.ts'
import type { PremiumInvoiceKind } from '../premium-invoices/states.ts'
import type { CategoryKey } from '../service-requests/categories.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import { StateBadge } from '../service-requests/state-badge.tsx'
import { kindInfo } from './kinds.ts'
import { searchPhrases } from './phrases.ts'
import type { Hit } from './results.ts'

type Reader = Pick<Visit, 'actor' | 'language'>

/** Where a result leads, without language prefix. */
export function hitPath({ actor }: Pick<Visit, 'actor'>, hit: Pick<Hit, 'kind' | 'opensKind' | 'opensId'>): string {
  // The page of a company is staff's own; others see its policies.
  if (hit.kind === 'company' && actor.kind !== 'staff') return `/policies?f.company=${hit.opensId}`
  if (hit.opensKind === 'service_request') return `/requests/${hit.opensId}`
  return `${kindInfo(hit.kind).list.path}/${hit.opensId}`
}

/** What a result is called; an object without any name is called what it is. */
export function hitTitle(hit: Hit, language: Language): string {
  return hit.kind === 'insured_object' && hit.title === hit.code ? kindName(hit.title, language) : hit.title
}

/** What else there is to know at a glance, in the reader's language. */
export function hitFacts(visit: Reader, hit: Hit): string[] {
  const facts = [kindOf(hit, visit.language), hit.detail, dayOf(hit, visit.language)]
  if (seesSeveralCompanies(visit.actor) && hit.kind !== 'company') facts.push(hit.company)
  return facts.filter((fact): fact is string => Boolean(fact))
}

// Of a policy or an object the day is only for the order: it says little without a word, and nobody looks for it.
function dayOf({ kind, day }: Hit, language: Language): string | null {
  if (!day || kind === 'policy' || kind === 'insured_object') return null
  return kind === 'premium_invoice' ? searchPhrases(language).due(shortDate(day)) : shortDate(day)
}

function kindOf({ kind, code, title }: Hit, language: Language): string | null {
  if (!code) return null
  if (kind === 'premium_invoice') return premiumInvoicePhrases(language)[`kind_${code as PremiumInvoiceKind}`]
  if (kind === 'insured_object') return title === code ? null : kindName(code, language)
  if (kind === 'document') return categoryName(code, language)
  if (kind === 'service_request') return requestPhrases(language)[code as CategoryKey]
  return null
}

/** Its state, as its list shows it. */
export function HitState({ hit: { kind, state }, language }: { hit: Hit; language: Language }): VNode | null {
  if (!state) return null
  if (kind === 'policy') return <Badge kind={policyKinds[state]}>{policyPhrases(language)[state as PolicyState]}</Badge>
  if (kind === 'claim') return <Badge kind={claimKinds[state]}>{claimPhrases(language)[`state_${state as ClaimState}`]}</Badge>
  return kind === 'service_request' ? <StateBadge state={state} language={language} /> : null
}
