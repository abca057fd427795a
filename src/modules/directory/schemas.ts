import { enterpriseSchema, userSchema } from './attributes.ts'
import type { Entry, Fault } from './directory.ts'

// What SCIM says: of a user, of a list, of what went wrong, and of itself (RFC 7643 sections 5 to 7, RFC 7644 section 3.4.2).

const message = (name: string) => `urn:ietf:params:scim:api:messages:2.0:${name}`
const core = (name: string) => `urn:ietf:params:scim:schemas:core:2.0:${name}`

export const errorOf = ({ status, scimType, detail }: Omit<Fault, 'ok'>) => ({
  schemas: [message('Error')],
  status: String(status),
  ...(scimType && { scimType }),
  detail,
})

export const listOf = (all: readonly unknown[], total: number, from: number) => ({
  schemas: [message('ListResponse')],
  totalResults: total,
  startIndex: from,
  itemsPerPage: all.length,
  Resources: all,
})

/** A user as the directory sent it. What is empty is left out. `at`: the address of the road. */
export function userOf({ id, attributes, active, tag, createdAt, changedAt }: Entry, at: string) {
  const { userName, externalId, displayName, formatted, givenName, familyName, email, department, manager } = attributes
  const name = filled({ formatted, familyName, givenName })
  const enterprise = filled({ department, manager: manager === null ? null : { value: manager } })
  return {
    schemas: [userSchema, ...(enterprise ? [enterpriseSchema] : [])],
    id,
    ...filled({ externalId }),
    userName,
    ...filled({ displayName }),
    ...(name && { name }),
    active,
    ...(email !== null && { emails: [{ value: email, type: 'work', primary: true }] }),
    ...(enterprise && { [enterpriseSchema]: enterprise }),
    meta: {
      resourceType: 'User',
      created: createdAt.toISOString(),
      lastModified: changedAt.toISOString(),
      location: `${at}/Users/${id}`,
      version: `W/"${tag}"`,
    },
  }
}

const filled = (all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined => {
  const left = Object.entries(all).filter(([, value]) => value !== null)
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/** Only what was asked for (section 3.4.2.5); `id` and `schemas` always. */
export function chosen(user: Readonly<Record<string, unknown>>, query: URLSearchParams): Readonly<Record<string, unknown>> {
  const named = (name: string) => (query.get(name) ?? '').split(',').flatMap((one) => one.trim().toLowerCase().split('.', 1)[0] || [])
  const [only, less] = [named('attributes'), named('excludedAttributes')]
  const stays = (name: string) => name === 'id' || name === 'schemas' || (only.length > 0 ? only.includes(name) : !less.includes(name))
  return Object.fromEntries(Object.entries(user).filter(([name]) => stays(name.toLowerCase())))
}

export const providerConfig = (at: string) => ({
  schemas: [core('ServiceProviderConfig')],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'Bearer token', description: 'A token that an administrator makes in Varde.', primary: true },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${at}/ServiceProviderConfig` },
})

export const resourceTypes = (at: string) => [
  {
    schemas: [core('ResourceType')],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'People who work here',
    schema: userSchema,
    schemaExtensions: [{ schema: enterpriseSchema, required: false }],
    meta: { resourceType: 'ResourceType', location: `${at}/ResourceTypes/User` },
  },
]

const attribute = (name: string, description: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

export const schemasOf = (at: string) => [
  {
    schemas: [core('Schema')],
    id: userSchema,
    name: 'User',
    description: 'Somebody who works here',
    attributes: [
      attribute('userName', 'What the directory calls the person', { required: true, uniqueness: 'server' }),
      attribute('externalId', 'The id in the directory, which must never be given to another', { caseExact: true, uniqueness: 'server' }),
      attribute('displayName', 'The name that is shown'),
      attribute('name', 'The parts of the name', {
        type: 'complex',
        subAttributes: [
          attribute('formatted', 'The whole name'),
          attribute('familyName', 'Family name'),
          attribute('givenName', 'Given name'),
        ],
      }),
      attribute('active', 'False: the person has left', { type: 'boolean' }),
      attribute('emails', 'The address at work', {
        type: 'complex',
        multiValued: true,
        subAttributes: [
          attribute('value', 'The address'),
          attribute('type', 'Only work is kept', { canonicalValues: ['work'] }),
          attribute('primary', 'The one that is used', { type: 'boolean' }),
        ],
      }),
    ],
    meta: { resourceType: 'Schema', location: `${at}/Schemas/${userSchema}` },
  },
  {
    schemas: [core('Schema')],
    id: enterpriseSchema,
    name: 'EnterpriseUser',
    description: 'Where they work, and under whom',
    attributes: [
      attribute('department', 'The name of a unit in Varde'),
      attribute('manager', 'The leader', {
        type: 'complex',
        subAttributes: [attribute('value', 'The id of the leader here', { caseExact: true })],
      }),
    ],
    meta: { resourceType: 'Schema', location: `${at}/Schemas/${enterpriseSchema}` },
  },
]
