#!/usr/bin/env bash
# Succeeds when the service in this container answers 200 on /q/health/ready; otherwise prints what it said.
# Needs nothing but bash: the Java base images have neither curl nor wget for certain.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
read -r -t 3 _ status _ <&3
[[ $status == 200 ]] && exit 0
while IFS= read -r -t 1 line <&3; do echo "$line"; done
exit 1
