# Runs the platform from this repository's sources, as `npm start` does: Node strips the types.
FROM node:24.21.0-bookworm-slim

WORKDIR /opt/slipway
COPY package.json package-lock.json .npmrc ./
COPY apps ./apps
COPY packages ./packages
COPY tools ./tools
COPY examples ./examples
COPY journeys/package.json ./journeys/
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && mkdir -p /var/lib/slipway /var/lib/slipway-keys \
  && chown node:node /var/lib/slipway /var/lib/slipway-keys

USER node
ENV SLIPWAY_DATA=/var/lib/slipway \
    SLIPWAY_HOST=0.0.0.0 \
    SLIPWAY_LOG=json \
    SLIPWAY_METRICS_PORT=8709 \
    MALLOC_ARENA_MAX=2
VOLUME /var/lib/slipway
EXPOSE 8700 8701 8702 8709

# On the listener that every role has.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:8709/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--conditions=@slipway/source", "--max-semi-space-size=8", "--heap-growing-percent=40", "apps/platform/src/main.ts"]
