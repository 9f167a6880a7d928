import { expect, test } from 'vitest'
import { Refusal, statusOf } from './errors.ts'

const failure = (fields: object) => Object.assign(new Error('x'), fields)

test.each([
  ['a refusal keeps its own status', new Refusal(429, 3), 429],
  ['a search that to_tsquery cannot read is the sender’s', failure({ code: '42601' }), 400],
  ['a statement of ours with an error in it is ours', failure({ code: '42601', position: '17' }), 500],
  ['so is one within a function', failure({ code: '42601', internalPosition: '3', internalQuery: 'selec 1' }), 500],
  ['a column that is not there is ours', failure({ code: '42703', position: '8' }), 500],
  ['a text that is no number is the sender’s', failure({ code: '22P02' }), 400],
  ['a duplicate is a conflict', failure({ code: '23505' }), 409],
  ['a row rule refuses', failure({ code: '42501' }), 403],
  ['two who wait for each other', failure({ code: '40P01' }), 409],
  ['too complex', failure({ code: '54001' }), 413],
  ['a statement that took too long', failure({ code: '57014' }), 503],
  ['a database that is not there', failure({ code: 'ECONNREFUSED' }), 503],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 503],
  ['a body that is no JSON', failure({ statusCode: 400 }), 400],
  ['a plug-in that fails', failure({ statusCode: 503 }), 500],
  ['anything else', new TypeError('undefined is not a function'), 500],
  ['not even an error', 'text', 500],
])('%s', (_what, error, status) => {
  expect(statusOf(error)).toBe(status)
})
