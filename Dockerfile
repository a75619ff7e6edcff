# The site alone; PostgreSQL is a container of its own (docker-compose.yml).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages change less often than code: they are a layer of their own. Compiled ahead, a start costs a third less.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/AlitaNews.Newsroom/*.csproj src/AlitaNews.Newsroom/
COPY src/AlitaNews.Store/*.csproj src/AlitaNews.Store/
COPY src/AlitaNews.Web/*.csproj src/AlitaNews.Web/
RUN dotnet restore src/AlitaNews.Web -r linux-x64 -p:PublishReadyToRun=true

COPY src src
RUN dotnet publish src/AlitaNews.Web --no-restore -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o /app && mkdir /data

# Whatever the modes in the checkout: the account in the image is nobody's.
COPY content content
RUN chmod -R a+rX content

# Chiseled: no shell, no package manager, not root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /srv/alitanews
COPY --from=build /app /app
COPY --from=build /source/content content
# The only folder that is written: picture variants. It belongs to the account the image brings for applications.
COPY --from=build --chown=$APP_UID:$APP_UID /data .data

USER $APP_UID
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 \
    ASPNETCORE_ENVIRONMENT=Production \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
VOLUME /srv/alitanews/.data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "/app/AlitaNews.Web.dll", "health"]
ENTRYPOINT ["dotnet", "/app/AlitaNews.Web.dll"]
CMD ["serve"]
