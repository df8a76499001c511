#!/bin/sh
# run.sh TABULARIUM SEED COUNT [options of score.py]: forges, ingests and scores; keeps nothing.
# FORGED_DIR names a folder to keep the files in; FORGED_HARM harms to do, instead of a choice by chance.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1 seed=$2 count=$3
shift 3
if [ -n "${FORGED_DIR:-}" ]; then
  folder=$FORGED_DIR
  mkdir -p "$folder"
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
python3 "$here/forge.py" "$seed" "$count" "$folder/in" ${FORGED_HARM:+--harm "$FORGED_HARM"}
mv "$folder/in/truth.jsonl" "$folder/truth.jsonl"
"$program" ingest "$folder/in" --format jsonl --out "$folder/out.jsonl"
python3 "$here/score.py" "$folder/truth.jsonl" "$folder/out.jsonl" "$@"
