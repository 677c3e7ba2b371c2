import { useTranslation } from 'react-i18next'
import type { KioskBridge } from '../../common/ipc/bridge'
import { ListeningNest } from './listening-nest'
import { ParentsDoor } from './parents-door'
import { World } from './scene/world'

/** The child's place while there is nothing to open in it: a world at rest, the listening nest, the parents' door. */
export function KioskApp({ bridge }: { readonly bridge: KioskBridge }) {
  const { t } = useTranslation()
  return (
    <main className="kiosk">
      <div className="stage">
        <World title={t('world')} />
        <div className="resting">
          <h1>{t('resting')}</h1>
          <p>{t('restingMore')}</p>
        </div>
        <ParentsDoor bridge={bridge} />
      </div>
      <ListeningNest bridge={bridge} />
    </main>
  )
}
