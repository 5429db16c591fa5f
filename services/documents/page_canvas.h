// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIODevice>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <memory>

namespace tenantry::documents {

enum class Ink {
  Text,
  Soft,
  Muted,
  Hairline,
  Rule,
  Accent,
  Success,
  SuccessFill,
  Warning,
  WarningFill,
  Neutral,
  NeutralFill
};
enum class TextStyle { Title, Lead, Issuer, Body, Strong, Small, Tiny, Sum, Due };
enum class Align { Left, Right };
enum class Paper { A4, Letter };

/// Pages of a PDF, drawn in points (1/72 inch) from the top left corner with a few inks and text
/// styles.
class PageCanvas {
public:
  PageCanvas(QIODevice &device, Paper paper, const QString &title);
  ~PageCanvas();
  Q_DISABLE_COPY_MOVE(PageCanvas)

  [[nodiscard]] bool begin(); ///< false: nothing can be written
  [[nodiscard]] bool end();
  void newPage();

  [[nodiscard]] double width() const;
  [[nodiscard]] double height() const;
  [[nodiscard]] static double lineHeight(TextStyle style);
  [[nodiscard]] double textWidth(const QString &text, TextStyle style) const;
  /// Lines that fit into the width; words that do not are broken. At most `most` lines, the last
  /// then ends with “…”.
  [[nodiscard]] QStringList wrap(const QString &text, TextStyle style, double width,
                                 int most = 100'000) const;

  /// One line whose top is y; x is its left or its right end.
  void text(double x, double y, const QString &text, TextStyle style, Ink ink,
            Align align = Align::Left);
  void rule(double left, double right, double y, Ink ink, double thickness);
  void fill(const QRectF &rect, Ink ink, double radius);

private:
  struct Tools;
  std::unique_ptr<Tools> m_tools;
};

} // namespace tenantry::documents
