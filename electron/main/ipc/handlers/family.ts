import { actorOf, type Handlers } from '../dispatcher'
import type { Services } from '../../services'

/** Children, consent and settings: after each change the rules are looked at again. */
export function familyHandlers(services: Services) {
  const thenApply = async <T>(value: Promise<T>): Promise<T> => {
    const result = await value
    await services.rulesChanged()
    return result
  }

  return {
    'children.list': ({ includeArchived }) => services.core().children.list(includeArchived),
    'children.create': (child, context) => thenApply(services.core().children.create(child, actorOf(context))),
    'children.update': ({ id, child }, context) => thenApply(services.core().children.update(id, child, actorOf(context))),
    'children.setArchived': ({ id, archived }, context) =>
      thenApply(services.core().children.setArchived(id, archived, actorOf(context))),

    'consent.text': ({ purpose, language }) => services.core().consent.text(purpose, language),
    'consent.list': ({ childId }) => services.core().consent.list(childId),
    'consent.give': (input, context) => thenApply(services.core().consent.give(input, actorOf(context))),
    'consent.withdraw': ({ childId, purpose }, context) =>
      thenApply(services.core().consent.withdraw(childId, purpose, actorOf(context))),

    'settings.get': () => services.settings(),
    'settings.update': (patch, context) => thenApply(services.core().settings.update(patch, actorOf(context))),
  } satisfies Partial<Handlers>
}
