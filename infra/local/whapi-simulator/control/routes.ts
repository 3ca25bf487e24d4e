import { elsewhere } from '../people/writing.ts'

const places = Object.keys(elsewhere).join(', ')

/** What `GET /sim` answers. A {phone} is a number; where it says {chat}, a lid or a group's id as well. */
export const routes = {
  'GET /sim/customers': 'who has a phone here, and the groups',
  'POST /sim/customers': '{phone, name}',
  'PATCH /sim/customers/{phone}':
    '{name?, avatar?, hidden?, secret?}: renamed; a new picture; writes as @lid; whose number nobody learns',
  'GET /sim/chats/{chat}': 'the conversation as the customer sees it',
  'POST /sim/chats/{chat}/read': 'the customer looks at it (matters with autoRead off)',
  'PATCH /sim/chats/{chat}':
    '{unread?, labels?, archive?, …}: what the owner does to it on the phone',
  'DELETE /sim/chats/{chat}': 'the owner clears it on the phone',
  'POST /sim/messages': `{from, text?, name?, kind?, chat?, id?, timestamp?, quoted?, lid?, …WHAPI fields}: any kind, with a sample of its content if none is given; chat is a group's id, or ${places}`,
  'PUT /sim/messages/{id}': '{…WHAPI fields}: the message is sent again, changed (messages.put)',
  'DELETE /sim/messages/{id}': 'the owner removes it on the phone (messages.delete)',
  'POST /sim/actions':
    '{from?, type, target, emoji? | text? | options?, timestamp?, …}: reaction, edit, delete, vote, pin …; without from, on the shop’s phone',
  'POST /sim/backlog': '{messages: [as POST /sim/messages]}: all in one delivery',
  'POST /sim/phone-messages': '{to: chat, text?, kind?, source?, …}: the owner writes on the phone',
  'POST /sim/phone-reads': '{from}: the owner reads on the phone',
  'POST /sim/phone-calls': '{from, status?, video?, id?, timestamp?}: the customer calls',
  'POST /sim/presences': '{from, status}: online, offline, typing, recording',
  'POST /sim/groups': '{subject, participants: [phone], id?}',
  'PATCH /sim/groups/{id}': '{subject?, avatar?}',
  'POST /sim/groups/{id}/participants':
    '{action: add | remove | promote | demote | …, participants}',
  'POST /sim/labels': '{id, name, color}',
  'DELETE /sim/labels/{id}': 'a label is no more',
  'GET|PUT /sim/channel':
    '{status?: AUTH | QR | LAUNCH | SYNC_ERROR | STOP …, account?: ok | unpaid | gone, silent?}',
  'POST /sim/qr': 'another QR code is shown',
  'POST /sim/deliver': '{payload | rawBody, headers?, path?, method?, times?, concurrent?}',
  'POST /sim/redeliver': '{messageId, times?, concurrent?}',
  'GET /sim/sent?to=': 'what was accepted for sending',
  'GET /sim/calls?sends=true': 'every call to the provider, refused ones too',
  'GET /sim/deliveries': 'webhook deliveries with their attempts',
  'GET /sim/openai': 'what the model was asked',
  'GET|PUT /sim/settings':
    '{statusDelaysMs: {sent, delivered, read}, autoRead, batchMs, backoffMs, timeoutMs, pathNames, chatEvents, reactionsAs, editsAs, votesAs: action | patch | both, deletionsAs: action | removed | status | all, presences: all | subscribed, mode}',
  'GET|PUT|DELETE /sim/faults':
    '{double, reorder, delayMs, drop, timeoutAfterAccept, refuseBefore, status, refuse, answerDelayMs, noEcho, noStatuses, failAfterAccept, mediaExpired, useLid, loggedOut, openai}: true, a number, or {times, …}',
  'POST /sim/reset': '{settings?: true to forget the webhooks too}',
  'POST /sim/idle': '{timeoutMs?}: answers when nothing is pending, 504 otherwise',
  'GET /sim/events': 'server-sent events for the phone page',
}
