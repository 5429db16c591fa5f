// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/scroll_page.h"
#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QPdfDocument>
#include <QPdfPageRenderer>
#include <memory>

class QLabel;

namespace tenantry::ui {

class Label;

/// The pages of a PDF below each other, as wide as there is room, drawn off the GUI thread and as
/// sharp as the screen.
class PaperView : public ScrollPage {
  Q_OBJECT

public:
  explicit PaperView(QWidget *parent = nullptr);

  /// False where this is no PDF that can be read.
  [[nodiscard]] bool setPaper(const QByteArray &pdf);
  /// Above it: a paper is kept as it was issued, whatever became of it since. Empty: nothing.
  void setCaption(const QString &text);
  [[nodiscard]] bool isRendered() const { return m_waiting.isEmpty(); }

Q_SIGNALS:
  void rendered();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void renderPages();
  void take(quint64 request, const QImage &image);

  Label *m_caption;
  QByteArray m_bytes;
  QBuffer m_buffer;
  QPdfDocument m_document;
  /// Of this paper alone: what one had not drawn when its document was closed it never draws, and
  /// takes the same size of the next paper for that.
  std::unique_ptr<QPdfPageRenderer> m_renderer;
  QList<QLabel *> m_pages;
  QHash<quint64, int> m_waiting; ///< page by request
};

} // namespace tenantry::ui
