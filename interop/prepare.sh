# Makes the peers ready to run; for interop/run and interop/compare, which stand in the root of the project.
# shellcheck shell=bash

declare -A runtime=([mtcute]=node [gramjs]=node [telethon]=python3 [gotd]=go)

is_missing() {
  ! command -v "$1" >/dev/null 2>&1
}

# Prepares peers by name, and sets `peers` to those whose runtime is there. Under CI all of them have to be.
prepare() {
  local peer need missing=
  peers=()
  if is_missing python3; then
    echo "interop: python3 is missing; it runs the comparison, so no peer was run" >&2
    [ "${CI:-}" = true ] && exit 1
    exit 0
  fi
  for peer in "$@"; do
    need=${runtime[$peer]:-}
    if [ -z "$need" ]; then
      echo "interop: there is no peer $peer; the peers are ${!runtime[*]}" >&2
      exit 2
    elif is_missing "$need"; then
      echo "interop: $need is missing, so $peer is not run" >&2
      missing=1
    else
      peers+=("$peer")
    fi
  done
  if [ -n "$missing" ] && [ "${CI:-}" = true ]; then
    echo "interop: under CI every runtime has to be there" >&2
    exit 1
  fi
  for peer in "${peers[@]}"; do
    echo "interop: preparing $peer"
    prepare_"$peer"
  done
  timeout 900 ./mtproto --version
}

# Each prepares a peer's folder from its lock file, with a limit in seconds, unless that is done.
prepare_node() {
  [ interop/"$1"/node_modules/.package-lock.json -nt interop/"$1"/package-lock.json ] ||
    (cd interop/"$1" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}
prepare_mtcute() { prepare_node mtcute; }
prepare_gramjs() { prepare_node gramjs; }
prepare_telethon() {
  local venv=interop/telethon/target/venv
  [ $venv/ready -nt interop/telethon/requirements.txt ] || {
    rm -rf $venv
    timeout 60 python3 -m venv $venv
    timeout 300 $venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
      --requirement interop/telethon/requirements.txt
    touch $venv/ready
  }
}
prepare_gotd() {
  # four minutes of processor time and nearly 5 GB of memory the first time; Go's build cache keeps the result
  (cd interop/gotd && timeout 900 nice go build -p 1 -trimpath -mod=readonly -o target/gotd .)
}
