#!/bin/sh
# The standby: copies the primary the first time, then follows it. The arguments are those of the server.
set -eu

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup -D "$PGDATA" -R -X stream -S standby --checkpoint=fast \
    -d "host=primary user=$POSTGRES_USER password=$POSTGRES_PASSWORD"; do
    # Half a copy is none.
    find "$PGDATA" -mindepth 1 -delete
    sleep 2
  done
  chmod 0700 "$PGDATA"
fi
exec "$@"
