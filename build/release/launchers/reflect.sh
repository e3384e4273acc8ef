#!/bin/sh
# Starts reflect with the Node.js beside it. Nothing else of this computer is needed: no Node.js, no PATH.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self") || break
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) here=${self%/*} ;;
  *) here=. ;;
esac
if [ ! -x "$here/node/node" ]; then
  echo "reflect: some of its files are missing. Unpack the whole archive again, and keep its files together." >&2
  exit 1
fi
exec "$here/node/node" "$here/app/bin/reflect.js" "$@"
