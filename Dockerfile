# Builds and runs the laboratory:
#   docker build -t forwardforward .
#   docker run -p 8080:8080 -v forwardforward:/data forwardforward      then open http://localhost:8080
# Data sets of your own: -v /path/to/datasets:/datasets:ro -e FORWARDFORWARD_DATASETS=/datasets
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: they change seldom, and the layer is kept while only code changes.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY src/ForwardForward.Frames/ForwardForward.Frames.csproj src/ForwardForward.Frames/
COPY src/ForwardForward.Numerics/ForwardForward.Numerics.csproj src/ForwardForward.Numerics/
COPY src/ForwardForward.Data/ForwardForward.Data.csproj src/ForwardForward.Data/
COPY src/ForwardForward.Learning/ForwardForward.Learning.csproj src/ForwardForward.Learning/
COPY src/ForwardForward.Recipes/ForwardForward.Recipes.csproj src/ForwardForward.Recipes/
COPY src/ForwardForward.Imaging/ForwardForward.Imaging.csproj src/ForwardForward.Imaging/
COPY src/ForwardForward.Runs/ForwardForward.Runs.csproj src/ForwardForward.Runs/
COPY src/ForwardForward.Web/ForwardForward.Web.csproj src/ForwardForward.Web/
RUN dotnet restore src/ForwardForward.Web

COPY .editorconfig ./
COPY wwwroot/ wwwroot/
COPY docs/results/ docs/results/
COPY src/ src/
RUN dotnet publish src/ForwardForward.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./

# The one folder that is written to belongs to the user that the base image brings along.
RUN mkdir /data && chown $APP_UID /data
VOLUME /data
ENV FORWARDFORWARD_DATA=/data \
    ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "ForwardForward.Web.dll", "--health-check"]
ENTRYPOINT ["dotnet", "ForwardForward.Web.dll"]
