import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { addAndUse, builtIn, npmSettings, publish } from '../kit/handing-out.ts'
import { installVerdaccio, startVerdaccio } from '../kit/network/verdaccio.ts'
import { myPack } from '../kit/pack-folders.ts'
import { newHome } from '../kit/program.ts'
import { needLong } from '../kit/needs.ts'

it('a pack is published to a real registry, added from there, and updated; a private one for those who have signed in', async ({
  skip
}) => {
  needLong()
  const reason = await installVerdaccio()
  if (reason !== undefined) {
    console.warn(`SKIPPED: the registry verdaccio could not be installed, so nothing was published to it. ${reason}`)
    return skip(reason)
  }
  const registry = await startVerdaccio()
  const settings = npmSettings(registry.url, await registry.signUp('tutor'))
  const tutor = newHome()
  await builtIn(tutor)
  await publish(tutor, 'my-pack-1.0.0.tgz', settings)

  const student = newHome()
  fs.writeFileSync(path.join(student.dir, '.npmrc'), `registry=${registry.url}/\n`)
  const sum = JSON.parse((await tutor.run(['pack', 'build', 'source', '--json'])).stdout) as { sha256: string }
  const added = await addAndUse(student, 'npm:reflect-pack-my-pack', { args: ['--sha256', sum.sha256] })
  expect(added).toMatchObject({ exact: 'npm:reflect-pack-my-pack@1.0.0', sha256: sum.sha256 })
  expect((await student.run(['pack', 'add', 'npm:reflect-pack-my-pak', '--yes'])).stderr).toMatch(
    /^There is no package "reflect-pack-my-pak" in the npm registry\. Did you mean "reflect-pack-my-pack"\?/
  )

  await builtIn(tutor, { ...myPack, 'pack.yaml': myPack['pack.yaml'].replace('1.0.0', '1.1.0') })
  await publish(tutor, 'my-pack-1.1.0.tgz', settings)
  expect((await student.run(['pack', 'update', '--yes'])).stderr).toMatch(/my-pack is now 1\.1\.0/)

  const other = newHome()
  await builtIn(other, { ...myPack, 'package.json': '{"name":"@uni/my-pack"}' })
  await publish(other, 'my-pack-1.0.0.tgz', settings)
  const guest = newHome()
  fs.writeFileSync(path.join(guest.dir, '.npmrc'), `@uni:registry=${registry.url}/\n`)
  expect((await guest.run(['pack', 'add', 'npm:@uni/my-pack', '--yes'])).stderr).toMatch(
    /^The registry does not let you have "@uni\/my-pack": sign in with "npm login"/
  )
  fs.writeFileSync(path.join(guest.dir, '.npmrc'), npmSettings(registry.url, await registry.signUp('ann'), '@uni:'))
  await addAndUse(guest, 'npm:@uni/my-pack@^1.0.0')
}, 180_000)
