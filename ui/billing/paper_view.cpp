// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/paper_view.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <cmath>

namespace tenantry::ui {

namespace {

constexpr int widestPage = 760;

/// A page with a hairline around it, white in both appearances as paper is.
class Sheet : public QLabel {
protected:
  void paintEvent(QPaintEvent *event) override {
    QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(Theme::of(this).borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
};

} // namespace

PaperView::PaperView(QWidget *parent)
    : ScrollPage(tr("Paper of the invoice"), parent),
      m_caption(new Label({}, TextStyle::Meta, Tone::Muted)) {
  auto *content = new Surface(Surface::Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x6, space::x6, space::x6, space::x6);
  column->setSpacing(space::x4);
  column->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  column->addWidget(m_caption);
  m_caption->hide();
  setWidget(content);
}

void PaperView::setCaption(const QString &text) {
  m_caption->setText(text);
  m_caption->setVisible(!text.isEmpty());
}

bool PaperView::setPaper(const QByteArray &pdf) {
  m_renderer.reset(); // its thread ends before the document does
  m_waiting.clear();
  m_document.close();
  m_buffer.close();
  m_bytes = pdf;
  m_buffer.setData(m_bytes);
  m_buffer.open(QIODevice::ReadOnly);
  m_document.load(&m_buffer);
  qDeleteAll(m_pages);
  m_pages.clear();
  if (m_document.status() != QPdfDocument::Status::Ready)
    return false;
  m_renderer = std::make_unique<QPdfPageRenderer>();
  m_renderer->setDocument(&m_document);
  m_renderer->setRenderMode(QPdfPageRenderer::RenderMode::MultiThreaded);
  connect(m_renderer.get(), &QPdfPageRenderer::pageRendered, this,
          [this](int, QSize, const QImage &image, QPdfDocumentRenderOptions, quint64 request) {
            take(request, image);
          });
  for (int page = 0; page < m_document.pageCount(); ++page) {
    auto *sheet = new Sheet;
    sheet->setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(m_document.pageCount()));
    widget()->layout()->addWidget(sheet);
    m_pages.append(sheet);
  }
  renderPages();
  return true;
}

void PaperView::renderPages() {
  m_waiting.clear();
  const double ratio = devicePixelRatioF();
  const int wide = std::min(viewport()->width() - 2 * space::x6, widestPage);
  for (int page = 0; page < m_pages.size() && wide > 0; ++page) {
    const QSizeF paper = m_document.pagePointSize(page);
    const QSize size(wide, int(std::lround(wide * paper.height() / paper.width())));
    m_pages[page]->setFixedSize(size);
    m_waiting.insert(m_renderer->requestPage(page, size * ratio), page);
  }
}

void PaperView::take(quint64 request, const QImage &image) {
  if (!m_waiting.contains(request))
    return;
  QImage opaque(image.size(), QImage::Format_RGB32);
  opaque.fill(Qt::white);
  QPainter(&opaque).drawImage(0, 0, image);
  opaque.setDevicePixelRatio(devicePixelRatioF());
  m_pages[m_waiting.take(request)]->setPixmap(QPixmap::fromImage(opaque));
  if (m_waiting.isEmpty())
    Q_EMIT rendered();
}

void PaperView::resizeEvent(QResizeEvent *event) {
  ScrollPage::resizeEvent(event);
  renderPages();
}

} // namespace tenantry::ui
