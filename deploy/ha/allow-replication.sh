#!/bin/sh
# Runs once, when the primary's database is made: the standby may connect, and what it has not got yet is kept for it.
set -eu

echo "host replication $POSTGRES_USER samenet scram-sha-256" >>"$PGDATA/pg_hba.conf"
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "select pg_create_physical_replication_slot('standby')"
