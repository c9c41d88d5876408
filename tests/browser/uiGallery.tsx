import './uiGallery.css';
import { FileUp, FolderOpen, Layers, Ruler, Settings, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Checkbox,
  Disclosure,
  EmptyState,
  IconButton,
  InlineMessage,
  Kbd,
  Menu,
  NumberField,
  ProgressBar,
  RadioGroup,
  SearchBox,
  SegmentedControl,
  Select,
  SimpleTable,
  Slider,
  Stamp,
  Stat,
  StatRow,
  Switch,
  Tabs,
  TextField,
  ToggleButton,
} from '../../src/ui';

const LINES = [
  { id: 'a', name: 'Sơn Đông – Bạch Hạc', metres: 4210, count: 12 },
  { id: 'b', name: 'Cao Đại – Bồ Sao', metres: 1875, count: 3 },
];

function Buttons() {
  const [isMeasuring, setMeasuring] = useState(true);
  return (
    <section>
      <h2>Nút</h2>
      <p className="row">
        <Button variant="primary" icon={FileUp}>
          Mở tệp
        </Button>
        <Button>Huỷ</Button>
        <Button variant="quiet">Bỏ qua</Button>
        <Button variant="danger" icon={Trash2}>
          Xoá lớp
        </Button>
        <Button isDisabled>Chưa dùng được</Button>
      </p>
      <p className="row">
        <IconButton label="Thiết lập" icon={Settings} />
        <IconButton label="Các lớp" icon={Layers} size="small" />
        <ToggleButton label="Đo" icon={Ruler} isSelected={isMeasuring} onChange={setMeasuring} />
        <ToggleButton label="Đo" icon={Ruler} iconOnly isSelected={isMeasuring} onChange={setMeasuring} />
        <Menu
          label="Thao tác"
          trigger={<Button>Thao tác</Button>}
          groups={[
            {
              id: 'layer',
              title: 'Lớp',
              entries: [
                { id: 'name', title: 'Đổi tên', keys: <Kbd keys={['F2']} />, onAction: () => {} },
                { id: 'up', title: 'Lên trên', disabledReason: 'Đang ở trên cùng', onAction: () => {} },
              ],
            },
            { id: 'end', entries: [{ id: 'remove', title: 'Bỏ lớp', isDanger: true, onAction: () => {} }] },
          ]}
        />
        <Kbd keys={['Ctrl', 'K']} />
        <Stamp>dữ liệu mô phỏng</Stamp>
      </p>
    </section>
  );
}

function Fields() {
  const [text, setText] = useState('Tổ 3');
  const [number, setNumber] = useState<number | null>(1234.5);
  const [distance, setDistance] = useState(1000);
  const [kind, setKind] = useState<'all' | 'criminal' | 'administrative'>('all');
  const [query, setQuery] = useState('');
  const [edition, setEdition] = useState<'2018' | '2025'>('2018');
  return (
    <section>
      <h2>Ô nhập</h2>
      <SearchBox
        label="Tìm"
        placeholder="Tìm đơn vị, địa điểm, vụ việc"
        query={query}
        onQueryChange={setQuery}
        onChoose={() => {}}
        emptyText="Không tìm thấy"
        groups={[
          { id: 'units', title: 'Đơn vị', results: [{ id: 'u1', title: 'Xã Sông Lô', detail: 'Việt Trì, Phú Thọ' }] },
          { id: 'places', title: 'Địa điểm', results: [{ id: 'p1', title: 'Bến phà Sông Lô' }] },
        ]}
      />
      <TextField label="Tên ghi trong nhật ký" hint="Chức danh hoặc tổ" value={text} onChange={setText} />
      <TextField label="Ngày" error="Ngày cần dạng 05/03/2019" value="31/02/2019" onChange={() => {}} />
      <NumberField label="Mật độ" unit="km" value={number} onChange={setNumber} format={{ maximumFractionDigits: 1 }} />
      <NumberField label="Số đối tượng" value={3} onChange={() => {}} hasButtons />
      <Slider label="Cấp huyện" unit="m" min={100} max={3000} step={50} value={distance} onChange={setDistance} />
      <Select
        label="Loại"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'all', title: 'Tất cả' },
          { id: 'criminal', title: 'Vụ', detail: 'có dấu hiệu tội phạm' },
          { id: 'administrative', title: 'Vi phạm hành chính' },
        ]}
      />
      <SegmentedControl
        label="Kỳ địa giới"
        value={edition}
        onChange={setEdition}
        segments={[
          { id: '2018', title: '2018' },
          { id: '2025', title: '2025' },
        ]}
      />
    </section>
  );
}

function Choices() {
  const [isOn, setOn] = useState(true);
  const [side, setSide] = useState<'left' | 'right'>('left');
  return (
    <section>
      <h2>Chọn</h2>
      <Switch isSelected={isOn} onChange={setOn} hint="Vẽ cả đường gần đúng">
        Đường giáp ranh
      </Switch>
      <Switch isSelected={!isOn} onChange={(on) => setOn(!on)} isWide>
        Vùng giáp ranh
      </Switch>
      <Checkbox isSelected={isOn} onChange={setOn}>
        Chỉ vụ việc trong vùng
      </Checkbox>
      <Checkbox isSelected={false} isIndeterminate onChange={() => {}}>
        Vài loại
      </Checkbox>
      <RadioGroup
        label="Phía"
        value={side}
        onChange={setSide}
        options={[
          { id: 'left', title: 'Sơn Đông' },
          { id: 'right', title: 'Bạch Hạc', hint: 'bên kia Sông Lô' },
        ]}
      />
    </section>
  );
}

function Reports() {
  return (
    <section>
      <h2>Cho biết</h2>
      <StatRow>
        <Stat label="Trong vùng" value="1.234" unit="vụ việc" note="trên 5.000" />
        <Stat label="Đường giáp ranh" value="42" unit="km" />
      </StatRow>
      <InlineMessage tone="info" title="Đã đọc 61 dòng" />
      <InlineMessage tone="warn" title="82 đường là gần đúng" detail="Sai lệch trong khoảng ±150 m" />
      <InlineMessage
        tone="error"
        title="Thiếu cột toạ độ"
        detail="Tệp vu-viec.csv không có cột kinh độ, vĩ độ."
        remedy={<Button>Chọn tệp khác</Button>}
      />
      <ProgressBar label="Đang nhập" share={0.42} detail="42.000 / 100.000 dòng" onCancel={() => {}} />
      <ProgressBar label="Đang dựng chỉ mục" share={null} />
      <SimpleTable
        caption="Theo đường giáp ranh"
        rows={LINES}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: 'Đường', text: ({ name }) => name, isRowHeader: true },
          { id: 'length', title: 'Dài (m)', align: 'end', text: ({ metres }) => String(metres) },
          { id: 'count', title: 'Số vụ việc', align: 'end', text: ({ count }) => String(count) },
        ]}
      />
      <EmptyState
        icon={FolderOpen}
        title="Chưa có lớp nào của bạn"
        detail="Lớp GeoJSON bạn thêm sẽ nằm ở đây."
        action={<Button>Thêm lớp</Button>}
      />
    </section>
  );
}

export function Gallery() {
  return (
    <main className="gallery">
      <h1>Bộ điều khiển</h1>
      <Buttons />
      <Fields />
      <Choices />
      <Reports />
      <section>
        <Tabs
          label="Phần"
          items={[
            { id: 'facts', title: 'Thông tin', content: <p>Dài 4,21 km.</p> },
            { id: 'incidents', title: 'Vụ việc', content: <p>12 vụ việc.</p> },
          ]}
        />
        <Disclosure title="Vùng giáp ranh" level={2} defaultOpen aside={<span>3</span>}>
          <p>500 m, 1.000 m, 1.500 m</p>
        </Disclosure>
      </section>
    </main>
  );
}
