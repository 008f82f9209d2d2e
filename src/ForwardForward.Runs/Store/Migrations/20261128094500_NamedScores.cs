using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForwardForward.Runs.Store.Migrations
{
    /// <inheritdoc />
    public partial class NamedScores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Scores",
                table: "runs",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Scores",
                table: "runs");
        }
    }
}
