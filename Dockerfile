# Backbench with its own PostgreSQL, as an ordinary user. Everything it keeps is in /data. See docs/hosting.md.
FROM node:24-slim AS made
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# The bootstrap links PostgreSQL's libraries and builds. Afterwards what only building and testing need goes, and so do the
# Nodes that come as packages: the image has its own.
RUN node bin/bootstrap.mjs && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node-*

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production BACKBENCH_DATA=/data HOST=0.0.0.0 PORT=3000 LOG_FORMAT=json
COPY --from=made /app/package.json /app/LICENSE ./
COPY --from=made /app/node_modules ./node_modules
COPY --from=made /app/migrations ./migrations
# Postcodes and places, with where they come from.
COPY --from=made /app/reference ./reference
COPY --from=made /app/build ./build
# The sample group's texts are read from here.
COPY --from=made /app/src/site/sample/content ./src/site/sample/content
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
# SIGTERM stops it in good order, its database too: give it up to a minute (docker stop --timeout 60).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "require('node:http').get(`http://127.0.0.1:${process.env.PORT}/healthz`, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=16", "build/main.js"]
CMD ["serve"]
