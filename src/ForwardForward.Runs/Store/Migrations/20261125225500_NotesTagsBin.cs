using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ForwardForward.Runs.Store.Migrations
{
    /// <inheritdoc />
    public partial class NotesTagsBin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeletedAt",
                table: "runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "runs",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "runs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "runs");
        }
    }
}
